/// Who is a bot and who is of the team, by the rules of each connection.
@NullMarked
@NamedInterface("roles")
package org.folkmoot.sources.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
