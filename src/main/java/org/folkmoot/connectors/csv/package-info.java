/// Any CSV: how it is written, what its columns mean, and what its rows say.
@NullMarked
@NamedInterface("csv")
package org.folkmoot.connectors.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
