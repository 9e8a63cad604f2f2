/// Any CSV: how it is written, what its columns mean, and what its rows say.
@NullMarked
package org.folkmoot.connectors.csv;

import org.jspecify.annotations.NullMarked;
