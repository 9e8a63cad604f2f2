/// Our own export: everything out, line by line, and in again.
@NullMarked
package org.folkmoot.connectors.folkmoot;

import org.jspecify.annotations.NullMarked;
