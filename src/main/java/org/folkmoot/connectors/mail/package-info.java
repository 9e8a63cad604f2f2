/// Mailing list archives: mbox files and pipermail's monthly texts.
@NullMarked
@NamedInterface("mail")
package org.folkmoot.connectors.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
