package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.Equipment;
import io.yuanqing.center.registry.EquipmentDetails;
import io.yuanqing.center.registry.EquipmentKind;
import io.yuanqing.center.registry.EquipmentRegister;
import io.yuanqing.center.registry.MonitoringPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Instruments and loggers in place, known by their serial number, those without one by kind and name. */
@Component
@Order(4)
class EquipmentSheet implements SheetContent {

    private static final EquipmentDetails NOTHING =
            new EquipmentDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private final EquipmentRegister register;
    private final References references;

    EquipmentSheet(EquipmentRegister register, References references) {
        this.register = register;
        this.references = references;
    }

    @Override
    public Sheet sheet() {
        return Sheet.EQUIPMENT;
    }

    @Override
    public @Nullable String key(Row row) {
        return row.text("mn") + " " + row.text("serial", row.text("kind") + " " + row.text("name"));
    }

    @Override
    public Taken take(Row row) {
        MonitoringPoint point = references.point(row, "mn");
        EquipmentKind kind = row.choice("kind", Words.EQUIPMENT, null);
        Optional<Equipment> known = known(point, kind, row.text("name"), row.text("serial"));
        if (known.isPresent() && known.get().removedOn() != null) {
            throw References.refused(
                    "serial",
                    "the one with this serial number was removed on "
                            + known.get().removedOn() + "; what stands there now has another one",
                    "REMOVED",
                    String.valueOf(known.get().removedOn()));
        }
        EquipmentDetails wanted =
                details(row, kind, known.map(Equipment::details).orElse(NOTHING));
        if (known.isEmpty()) {
            register.register(point.mn(), wanted);
            return Taken.ADDED;
        }
        return register.change(known.get().id(), wanted).equals(known.get()) ? Taken.UNCHANGED : Taken.CHANGED;
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Enterprise enterprise) {
        return register.of(enterprise.id()).stream()
                .filter(one -> one.removedOn() == null)
                .map(EquipmentSheet::row)
                .toList();
    }

    private Optional<Equipment> known(
            MonitoringPoint point, @Nullable EquipmentKind kind, @Nullable String name, @Nullable String serial) {
        if (serial != null) {
            return register.bySerial(point.id(), serial);
        }
        return register.inPlace(point.id()).stream()
                .filter(one -> one.kind() == kind && one.name().equals(name))
                .findFirst();
    }

    private static EquipmentDetails details(Row row, @Nullable EquipmentKind kind, EquipmentDetails was) {
        return new EquipmentDetails(
                kind,
                row.text("name"),
                row.list("factors", was.factors()),
                row.text("maker", was.maker()),
                row.text("model", was.model()),
                row.text("serial", was.serial()),
                row.text("principle", was.principle()),
                row.number("rangeLow", was.rangeLow()),
                row.number("rangeHigh", was.rangeHigh()),
                row.text("unit", was.unit()),
                row.number("detectionLimit", was.detectionLimit()),
                row.text("productCertificate", was.productCertificate()),
                row.date("installedOn", was.installedOn()),
                row.date("acceptedOn", was.acceptedOn()));
    }

    private static Map<String, @Nullable Object> row(Equipment one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("mn", one.mn());
        row.put("kind", Words.EQUIPMENT.write(one.kind().name()));
        row.put("name", one.name());
        row.put("factors", String.join(" ", one.factors()));
        row.put("maker", one.maker());
        row.put("model", one.model());
        row.put("serial", one.serial());
        row.put("principle", one.principle());
        row.put("rangeLow", one.rangeLow());
        row.put("rangeHigh", one.rangeHigh());
        row.put("unit", one.unit());
        row.put("detectionLimit", one.detectionLimit());
        row.put("productCertificate", one.productCertificate());
        row.put("installedOn", one.installedOn());
        row.put("acceptedOn", one.acceptedOn());
        return row;
    }
}
