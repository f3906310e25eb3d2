"""Where articles come from: the web and folders."""
