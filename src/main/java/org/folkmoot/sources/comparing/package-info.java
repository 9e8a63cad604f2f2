/// How far a connection is: what is here beside what its platform says there is, when it will be
/// done, and what it would bring.
@NullMarked
@NamedInterface("comparing")
package org.folkmoot.sources.comparing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
