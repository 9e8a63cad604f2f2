/// Any program that posts JSON: what its calls mean is said in a form, or guessed from usual names.
@NullMarked
package org.folkmoot.sources.webhook;

import org.jspecify.annotations.NullMarked;
