/// Common Room: JSON of its two interfaces, and CSV files whose columns its users chose.
@NullMarked
@NamedInterface("commonroom")
package org.folkmoot.connectors.commonroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
