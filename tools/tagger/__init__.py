"""Makes `resources/deid/names.onnx`; nothing in the program imports it."""
