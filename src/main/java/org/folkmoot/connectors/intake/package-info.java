/// Foreign files, opened with care: folders and zips as one tree, bounded lines, streamed JSON.
@NullMarked
package org.folkmoot.connectors.intake;

import org.jspecify.annotations.NullMarked;
