/// A folder of the server that is watched: exports that somebody or something puts there.
@NullMarked
package org.folkmoot.sources.folder;

import org.jspecify.annotations.NullMarked;
