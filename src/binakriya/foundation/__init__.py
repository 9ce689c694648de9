"""What every room stands on: the audit ledger, money, regions, classification tables, encryption."""
