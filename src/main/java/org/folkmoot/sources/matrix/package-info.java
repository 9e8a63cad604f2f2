/// Matrix rooms, live: their people, messages, threads and reactions, seen by an account of ours.
@NullMarked
package org.folkmoot.sources.matrix;

import org.jspecify.annotations.NullMarked;
