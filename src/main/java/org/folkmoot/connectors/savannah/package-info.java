/// Savannah's two CSV files: members and contributors.
@NullMarked
package org.folkmoot.connectors.savannah;

import org.jspecify.annotations.NullMarked;
