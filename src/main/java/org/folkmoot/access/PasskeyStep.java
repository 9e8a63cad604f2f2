package org.folkmoot.access;

import org.folkmoot.web.PublicPage;
import org.folkmoot.web.Words;

/// The page that makes the first passkey of a new account.
///
/// @param host the only one a passkey of this installation is good for
/// @param post where the passkey goes; below it, `/options` says what to make
/// @param instead where a password may be chosen after all
record PasskeyStep(PublicPage page, Words words, String host, String post, String instead) {}
