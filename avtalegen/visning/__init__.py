"""The preview: an agreement in the browser of whoever writes it, with the findings beside it.

`folg` tells when a file that was looked at has changed, `utgave` what is to be shown, `panel` and `svar` turn that into
pages, and `tjener` hands them to this machine alone.
"""
