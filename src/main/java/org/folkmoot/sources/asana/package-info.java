/// Asana, live: projects, people, tasks, comments and calls.
@NullMarked
package org.folkmoot.sources.asana;

import org.jspecify.annotations.NullMarked;
