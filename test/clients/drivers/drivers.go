// Package connect keeps the driver in go.mod for the program of docs/guides/connect.md.
package connect

import (
	_ "go.mongodb.org/mongo-driver/v2/mongo"
)
