package org.folkmoot.connectors.telegram;

import org.folkmoot.connectors.Finds;
import tools.jackson.databind.JsonNode;

/// One file: a chat, or an account with the chats that it has and had.
final class ExportedFile {

    private final String file;
    private final boolean privateToo;
    private final ExportedTime times;
    private final Finds finds;
    private ExportedChat chat;

    ExportedFile(String file, boolean privateToo, ExportedTime times, Finds finds) {
        this.file = file;
        this.privateToo = privateToo;
        this.times = times;
        this.finds = finds;
        this.chat = new ExportedChat(file, privateToo, times, finds);
    }

    /// Something begins: perhaps the next chat.
    void opens() {
        chat = new ExportedChat(file, privateToo, times, finds);
    }

    void told(String field, JsonNode value) {
        chat.told(field, value);
    }

    void message(JsonNode row, long line) {
        chat.message(row, line);
    }
}
