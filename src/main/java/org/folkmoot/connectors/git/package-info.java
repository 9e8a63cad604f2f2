/// Git repositories: who wrote, helped with, reviewed and released what.
@NullMarked
package org.folkmoot.connectors.git;

import org.jspecify.annotations.NullMarked;
