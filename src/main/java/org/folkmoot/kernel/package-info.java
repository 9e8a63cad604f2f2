/// The words every module speaks: refusals, pages of rows, lists in queries. No Spring, no SQL,
/// nothing a manager would name.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.folkmoot.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
