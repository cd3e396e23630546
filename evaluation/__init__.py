"""Quality against annotated documents: run the product over them, write what it finds, compare with floors."""
