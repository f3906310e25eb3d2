"""Read and write what lasts: lexicons, settings, reports, the library."""
