/// Connections as people and programs see them: their pages, the way to connect another, and their
/// lines in an export.
@NullMarked
@NamedInterface("connections")
package org.folkmoot.sources.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
