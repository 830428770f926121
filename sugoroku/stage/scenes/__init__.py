"""The screens. None imports another; `app.lesson` hands each its routes."""
