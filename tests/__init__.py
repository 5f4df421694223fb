"""The test suite: `make test` runs it; names of tests are sentences."""
