/// Outgoing webhooks: programs of others, and how they are told what happens here.
@NullMarked
@NamedInterface("outgoing")
package org.folkmoot.sources.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
