"""Every screen there is: one list, a record in pictures, and what a person needs of each."""
