package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A logger's CRC and length policies and keys. Keys go in and never come out. */
@RestController
@RequestMapping("/api/points/{mn}/device")
@Tag(name = "registry")
class LoggerDeviceController {

    private final LoggerDevices devices;

    LoggerDeviceController(LoggerDevices devices) {
        this.devices = devices;
    }

    @GetMapping
    @Operation(
            summary = "What is on record of a logger beside its MN: CRC and length policy, and since when it has keys")
    LoggerDevice device(@PathVariable String mn) {
        return devices.onRecord(mn);
    }

    @PutMapping
    @Permit("registry.write")
    @Operation(summary = "Sets a logger's CRC or length policy, or adds a key for its encrypted packets (edition 2025)")
    LoggerDevice change(@PathVariable String mn, @RequestBody NewLoggerDevice device) {
        return devices.change(mn, device);
    }
}
