package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import tools.jackson.databind.JsonNode;

/// Which folder is which channel: folders go by the channel's name, or by its id. Direct messages
/// and group messages are known apart, so that they can be left out.
final class SlackLayout {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*\\.json");
    private static final Pattern DIRECT = Pattern.compile("D[A-Z0-9]{7,}|mpdm-.*");

    private final List<Tree.Entry> days;
    private final Map<String, JsonNode> channels = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> formerly = new HashMap<>();
    private final Set<String> direct = new HashSet<>();

    private SlackLayout(Tree tree) {
        this.days = days(tree);
    }

    static SlackLayout of(Tree tree, Finds finds) throws IOException {
        var layout = new SlackLayout(tree);
        layout.channels(tree, "channels.json", false, finds);
        layout.channels(tree, "groups.json", false, finds);
        layout.channels(tree, "mpims.json", true, finds);
        layout.channels(tree, "dms.json", true, finds);
        return layout;
    }

    static List<Tree.Entry> days(Tree tree) {
        var days = new ArrayList<Tree.Entry>();
        for (var file : tree.files()) {
            if (!file.folder().isEmpty() && DAY.matcher(file.name()).matches()) {
                days.add(file);
            }
        }
        return days;
    }

    private void channels(Tree tree, String name, boolean direct, Finds finds) throws IOException {
        var file = tree.file(name);
        if (file.isPresent()) {
            JsonRows.each(tree, file.get(), finds, (channel, line) -> add(channel, direct));
        }
    }

    private void add(JsonNode channel, boolean isDirect) {
        var id = text(channel, "id");
        if (id.isEmpty()) {
            return;
        }
        channels.put(id, channel);
        var name = text(channel, "name");
        ids.putIfAbsent(name.isEmpty() ? id : name, id);
        for (var former : channel.path("previous_names")) {
            formerly.putIfAbsent(former.asString(""), id);
        }
        if (isDirect) {
            direct.add(id);
        }
    }

    /// The days' files, by folder and day.
    List<Tree.Entry> days() {
        return days;
    }

    /// The channels the export lists, by id.
    Map<String, JsonNode> channels() {
        return channels;
    }

    /// The id of the channel whose folder this file lies in; the folder's name if it is listed
    /// nowhere.
    String channel(Tree.Entry day) {
        var folder = day.folder().substring(day.folder().lastIndexOf('/') + 1);
        if (channels.containsKey(folder)) {
            return folder;
        }
        var id = ids.getOrDefault(folder, formerly.get(folder));
        return id == null ? folder : id;
    }

    boolean isDirect(String channel) {
        return direct.contains(channel) || DIRECT.matcher(channel).matches();
    }
}
