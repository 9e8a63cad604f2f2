/// Mailing list archives: mbox files and pipermail's monthly texts.
@NullMarked
package org.folkmoot.connectors.mail;

import org.jspecify.annotations.NullMarked;
