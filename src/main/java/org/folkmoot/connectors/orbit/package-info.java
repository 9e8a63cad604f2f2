/// Orbit, which closed in 2024: its API's pages as saved JSON, its CSV of members and of
/// activities.
@NullMarked
package org.folkmoot.connectors.orbit;

import org.jspecify.annotations.NullMarked;
