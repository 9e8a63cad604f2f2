/// Chats as Telegram Desktop exports them.
@NullMarked
package org.folkmoot.connectors.telegram;

import org.jspecify.annotations.NullMarked;
