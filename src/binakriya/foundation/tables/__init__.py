"""Tables of facts that come with the software: regions, classifications, and where each comes from.

They are files in `data/`, read once a process. Nothing here touches the database.
"""
