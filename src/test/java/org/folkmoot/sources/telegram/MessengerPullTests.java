package org.folkmoot.sources.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;

/// Each connection has a bot of its own, of which Telegram forgets what was asked for.
class MessengerPullTests extends Landing {

    private final List<Messenger> bots = new ArrayList<>();

    private static Messenger bot() {
        var there = new Messenger(true);
        there.say(1, "1 Ada", "How do I rotate keys?", "");
        there.say(2, "2 Grace", "So", "'reply_to_message': {'message_id': 1, 'date': 1}");
        there.update(
                3,
                "message_reaction",
                "{'message_id': 2, 'user': %s, 'old_reaction': [], 'new_reaction': [{'type': 'emoji', 'emoji': '👍'}]}"
                        .formatted(Messenger.user("1 Ada")));
        there.update(
                4,
                "message",
                "{'from': %1$s, 'new_chat_members': [%1$s]}".formatted(Messenger.user("3 Alan")));
        there.say(5, "3 Alan", "Thanks", "");
        return there;
    }

    @Override
    protected String platform() {
        return "telegram";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return bots.get(Integer.parseInt(asked.path().split("/")[1])).answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        bots.add(bot());
        return Map.of("base-url", base + "/" + (bots.size() - 1));
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("token", "5:s3cret-of-Ada");
    }
}
