"""Measurements that no test times: run them by hand with `make bench`."""
