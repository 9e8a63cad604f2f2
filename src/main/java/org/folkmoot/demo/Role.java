package org.folkmoot.demo;

/// The part somebody plays, with how eagerly they start threads, help and chat (1 = an ordinary
/// regular).
enum Role {
    STAFF(0.4, 6, 3),
    CHAMPION(0.8, 16, 5),
    ASKER(3.5, 2, 2),
    REGULAR(1, 1, 1),
    OCCASIONAL(0.3, 0.08, 0.2),
    ONCE(0, 0, 0.02),
    LURKER(0, 0, 0.05),
    TROLL(0.2, 0, 1),
    BOT(0, 0, 0);

    private final double asks;
    private final double helps;
    private final double chats;

    Role(double asks, double helps, double chats) {
        this.asks = asks;
        this.helps = helps;
        this.chats = chats;
    }

    double eagerness(Drive drive) {
        return switch (drive) {
            case ASK -> asks;
            case HELP -> helps;
            case CHAT -> chats;
        };
    }

    /// What moves somebody to speak.
    enum Drive {
        ASK,
        HELP,
        CHAT
    }
}
