"""The pages: one module each, thin; what they show is made in the modules beside this folder."""
