/// Stack Exchange data dumps: questions, answers, comments, votes and badges of one site.
@NullMarked
@NamedInterface("stackexchange")
package org.folkmoot.connectors.stackexchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
