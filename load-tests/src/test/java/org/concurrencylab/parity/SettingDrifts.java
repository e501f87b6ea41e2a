package org.concurrencylab.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Both services have the same settings, in whatever spelling, and leave none of those that matter to a default. */
final class SettingDrifts {

    private final ServiceTree blockingTree;
    private final ServiceTree reactiveTree;
    private final Configuration blocking;
    private final Configuration reactive;
    private final SetterReader blockingSetters;
    private final SetterReader reactiveSetters;
    private final List<String> drifts = new ArrayList<>();

    private SettingDrifts(ParsedService blocking, ParsedService reactive) {
        this.blockingTree = blocking.tree();
        this.reactiveTree = reactive.tree();
        this.blocking = Configuration.of(blockingTree);
        this.reactive = Configuration.of(reactiveTree);
        this.blockingSetters = new SetterReader(blocking.java(), DriverSettings.SETTERS, this.blocking);
        this.reactiveSetters = new SetterReader(reactive.java(), DriverSettings.SETTERS, this.reactive);
    }

    static List<String> between(ParsedService blocking, ParsedService reactive) {
        SettingDrifts settings = new SettingDrifts(blocking, reactive);
        settings.drifts.addAll(settings.blocking.problems());
        settings.drifts.addAll(settings.reactive.problems());
        settings.compareShared();
        settings.compareForced();
        settings.compareSpellings();
        settings.checkAlone(blocking.tree(), settings.blocking);
        settings.checkAlone(reactive.tree(), settings.reactive);
        return settings.drifts;
    }

    private void compareShared() {
        TreeSet<String> keys = new TreeSet<>(blocking.shared().keySet());
        keys.addAll(reactive.shared().keySet());
        keys.removeAll(Permitted.SETTINGS.keySet());
        List<String> different = keys.stream()
                .filter(key -> !Optional.ofNullable(blocking.shared().get(key))
                        .equals(Optional.ofNullable(reactive.shared().get(key))))
                .toList();
        different.forEach(key -> expectEqual(
                key, shown(blocking.shared().get(key)), shown(reactive.shared().get(key))));
        if (different.isEmpty() && !blocking.sharedText().equals(reactive.sharedText())) {
            drifts.add("Settings: the order or the comments outside the marked section differ.");
        }
    }

    private void compareForced() {
        unknown(
                blockingTree,
                blocking.forced(),
                DriverSettings.EQUAL.stream()
                        .map(DriverSettings.Equal::blocking)
                        .toList());
        unknown(
                reactiveTree,
                reactive.forced(),
                DriverSettings.EQUAL.stream()
                        .map(DriverSettings.Equal::reactive)
                        .toList());
    }

    private void unknown(ServiceTree tree, Map<String, String> forced, List<DriverSettings.Source> known) {
        forced.keySet().stream()
                .filter(key -> known.stream()
                        .noneMatch(source -> source instanceof DriverSettings.Key at
                                && at.key().equals(key)))
                .forEach(key -> drifts.add(
                        "Settings: %s of %s has no counterpart in DriverSettings.".formatted(key, tree.service())));
    }

    private void compareSpellings() {
        for (DriverSettings.Equal setting : DriverSettings.EQUAL) {
            Optional<String> left = value(blockingSetters, blocking, setting.blocking());
            Optional<String> right = value(reactiveSetters, reactive, setting.reactive());
            if (left.isEmpty()) {
                drifts.add(unset(setting, setting.blocking(), blockingTree));
            }
            if (right.isEmpty()) {
                drifts.add(unset(setting, setting.reactive(), reactiveTree));
            }
            if (left.isPresent() && right.isPresent()) {
                expectEqual(setting.meaning(), left.get(), right.get());
            }
        }
    }

    private static Optional<String> value(SetterReader setters, Configuration settings, DriverSettings.Source source) {
        return switch (source) {
            case DriverSettings.Key at -> settings.value(at.key()).map(at.reading()::canonical);
            case DriverSettings.Setter setter -> setters.argument(setter);
            case DriverSettings.Fixed fixed -> Optional.of(fixed.value());
        };
    }

    private static String unset(DriverSettings.Equal setting, DriverSettings.Source source, ServiceTree tree) {
        String place = switch (source) {
            case DriverSettings.Key at -> at.key();
            case DriverSettings.Setter setter -> setter.name();
            case DriverSettings.Fixed fixed -> fixed.value();
        };
        return "Settings: %s cannot be told in %s: %s is not set, or not from a literal or a lab setting."
                .formatted(setting.meaning(), tree.service(), place);
    }

    private void checkAlone(ServiceTree tree, Configuration settings) {
        TreeSet<String> explicit = new TreeSet<>(DriverSettings.EXPLICIT);
        explicit.addAll(Permitted.SETTINGS.keySet());
        for (String key : explicit) {
            if (settings.value(key).filter(value -> !value.isBlank()).isEmpty()) {
                drifts.add("Settings: %s must be set in %s.".formatted(key, tree.service()));
            }
        }
        for (String key : DriverSettings.FORBIDDEN) {
            if (settings.value(key).isPresent()) {
                drifts.add("Settings: %s must not be set in %s.".formatted(key, tree.service()));
            }
        }
        for (DriverSettings.Coupled pair : DriverSettings.COUPLED) {
            Optional<String> knob = settings.value(pair.knob()).map(pair.knobReading()::canonical);
            Optional<String> key = settings.value(pair.key()).map(pair.keyReading()::canonical);
            if (knob.isPresent() && key.isPresent() && !knob.equals(key)) {
                drifts.add("Settings: %s is %s and %s is %s in %s."
                        .formatted(pair.knob(), knob.get(), pair.key(), key.get(), tree.service()));
            }
        }
    }

    private void expectEqual(String what, String left, String right) {
        if (!left.equals(right)) {
            drifts.add("Settings: %s: %s in %s, %s in %s."
                    .formatted(what, left, Permitted.BLOCKING, right, Permitted.REACTIVE));
        }
    }

    private static String shown(String value) {
        return value == null ? "nothing" : value;
    }
}
