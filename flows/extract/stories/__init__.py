"""A document -> its stories: where each begins and ends, what stands above it, what its dateline is worth."""
