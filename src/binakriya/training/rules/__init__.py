"""Rules of training, on plain values.

*Programme* → *activity* → *session*. An activity has a *quota* of *seats*; who comes too late waits in a *queue*.
Whoever has a seat has a *ticket* (six digits and a QR code). A *certificate* needs attendance of a share of the
sessions.
"""
