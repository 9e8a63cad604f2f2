/// Mail: a mailbox that is subscribed to lists, or a list's public archive; replies by SMTP.
@NullMarked
package org.folkmoot.sources.mail;

import org.jspecify.annotations.NullMarked;
