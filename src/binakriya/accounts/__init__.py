"""People who sign in, their organisations and roles, invitations and consent."""
