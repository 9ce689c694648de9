"""The reference event of 16 November 2018, played through the software itself.

Facts are those of a local news report; officials and practitioners appear only in the public roles named there. All
participants, enterprises and scores are made up and say so.
"""
