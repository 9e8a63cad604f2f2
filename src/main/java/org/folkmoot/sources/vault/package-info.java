/// Secrets, sealed: what platforms and programs of others gave us to be known by.
@NullMarked
package org.folkmoot.sources.vault;

import org.jspecify.annotations.NullMarked;
