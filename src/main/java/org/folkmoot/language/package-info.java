/// Reads what people write: in which language, in which tone, whether it asks, what it resembles
/// and what many speak of. Everything is worked out here, nothing is sent anywhere.
@NullMarked
@ApplicationModule(
        displayName = "Language",
        allowedDependencies = {"kernel"})
package org.folkmoot.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
