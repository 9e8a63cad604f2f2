/// Foreign files, opened with care: folders and zips as one tree, bounded lines, streamed JSON.
@NullMarked
@NamedInterface("intake")
package org.folkmoot.connectors.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
