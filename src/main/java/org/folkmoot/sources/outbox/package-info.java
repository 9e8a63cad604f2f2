/// What we say and do on platforms: held for ten seconds, sent at most once, looked for when in
/// doubt.
@NullMarked
@NamedInterface("outbox")
package org.folkmoot.sources.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
