/// Git repositories: who wrote, helped with, reviewed and released what.
@NullMarked
@NamedInterface("git")
package org.folkmoot.connectors.git;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
