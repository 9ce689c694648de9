"""Settings, urls, base templates, components, static files, command line."""
