/// How connections get on, in words: of which days something came, and when silence is unusual.
@NullMarked
package org.folkmoot.sources.standing;

import org.jspecify.annotations.NullMarked;
