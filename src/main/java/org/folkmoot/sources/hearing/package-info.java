/// What platforms tell by themselves: the door at which they call, the streams that we listen to,
/// and how what they told comes into the ledger.
@NullMarked
@NamedInterface("hearing")
package org.folkmoot.sources.hearing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
